#include "csvodkaxml.h"
