#include "CUDUnits.h"

void qds_silence_udunits(void) { ut_set_error_message_handler(ut_ignore); }
