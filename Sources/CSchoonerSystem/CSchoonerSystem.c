#include "CSchoonerSystem.h"
