/* Included by trees.c once for each instruction set; TREES(name) gives a function its build's name.
 *
 * Instead of going down a tree row by row, every branch is asked for sixteen rows at once, and strikes out the leaves that it
 * puts out of reach (Lucchese and others, "QuickScorer", 2015): more comparisons, but none waits for another. */

static void TREES(ask)(const svodka_branch *branches, const uint32_t *ends, const float *answers, uint32_t trees,
                       const lanes_float *columns, float *answered) {
  uint32_t at = 0;
  for (uint32_t t = 0; t < trees; t++) {
    lanes_uint reach = {0};
    reach = ~reach;
    for (; at < ends[t]; at++) {
      lanes_float value = columns[branches[at].feature];
      lanes_uint above = (lanes_uint)(value > branches[at].value);
      reach &= ~(above & branches[at].below);
    }
    const float *leaf = answers + (uint64_t)t * SVODKA_TREE_LEAVES;
    for (uint32_t lane = 0; lane < LANES; lane++) answered[lane] += leaf[__builtin_ctz(reach[lane])];
  }
}
