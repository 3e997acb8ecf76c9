#include "csvodkabytes.h"
