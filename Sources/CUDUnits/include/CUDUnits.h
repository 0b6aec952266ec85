#pragma once
#include <udunits2.h>

// Silences the library's own messages on stderr: qdsynth says what is wrong itself.
void qds_silence_udunits(void);
