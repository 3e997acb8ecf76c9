# Read by the scripts that run the program, $svodka: installs the language models that are missing. Without them rules go on
# with the work, and find less.
for language in ru en; do
  "$svodka" models install "$language" ||
    echo "The models of '$language' are not installed: rules do their work." >&2
done
