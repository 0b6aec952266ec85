#include "CSundials.h"

#if defined(__SSE2__)
#include <xmmintrin.h>
// Flush to zero (bit 15) and denormals are zero (bit 6) of MXCSR.
unsigned qds_flush_denormals(void) {
  unsigned before = _mm_getcsr();
  _mm_setcsr(before | 0x8040u);
  return before;
}
void qds_restore_denormals(unsigned before) { _mm_setcsr(before); }
#elif defined(__aarch64__)
// Flush to zero (bit 24) of FPCR.
unsigned qds_flush_denormals(void) {
  unsigned long before;
  __asm__ volatile("mrs %0, fpcr" : "=r"(before));
  __asm__ volatile("msr fpcr, %0" ::"r"(before | (1ul << 24)));
  return (unsigned)before;
}
void qds_restore_denormals(unsigned before) {
  __asm__ volatile("msr fpcr, %0" ::"r"((unsigned long)before));
}
#else
unsigned qds_flush_denormals(void) { return 0; }
void qds_restore_denormals(unsigned before) { (void)before; }
#endif
