#include "dense_layers.h"
