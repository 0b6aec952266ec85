#include "CSundials.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

// Wide instructions where the processor has them; the same source serves without.
#if defined(__x86_64__) && defined(__linux__)
#define QDS_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define QDS_WIDE
#endif

typedef struct {
  sunindextype length;
  booleantype own_data;
  realtype *data;
  QDSFamily *family;
  size_t place;
} Content;

struct QDSFamily {
  sunindextype length, capacity, occupied;
  N_Vector *members;
  size_t count, room;
};

static Content *content(N_Vector vector) { return (Content *)vector->content; }

static realtype *zeros(sunindextype capacity) {
  void *data = NULL;
  if (posix_memalign(&data, 64, (size_t)capacity * sizeof(realtype))) return NULL;
  memset(data, 0, (size_t)capacity * sizeof(realtype));
  return data;
}

static int join(QDSFamily *family, N_Vector vector) {
  if (family->count == family->room) {
    size_t room = family->room ? 2 * family->room : 16;
    N_Vector *members = realloc(family->members, room * sizeof *members);
    if (!members) return -1;
    family->members = members;
    family->room = room;
  }
  content(vector)->place = family->count;
  family->members[family->count++] = vector;
  return 0;
}

static N_Vector member(QDSFamily *family, N_Vector model, SUNContext context) {
  N_Vector vector = N_VNewEmpty(context);
  Content *held = malloc(sizeof *held);
  realtype *data = zeros(family->capacity);
  if (!vector || !held || !data || N_VCopyOps(model, vector)) return NULL;
  *held = (Content){family->length, SUNTRUE, data, family, 0};
  vector->content = held;
  return join(family, vector) ? NULL : vector;
}

static N_Vector clone(N_Vector model) {
  return member(content(model)->family, model, model->sunctx);
}

static void destroy(N_Vector vector) {
  if (!vector) return;
  Content *held = content(vector);
  if (held) {
    QDSFamily *family = held->family;
    N_Vector last = family->members[--family->count];
    family->members[held->place] = last;
    content(last)->place = held->place;
    if (family->count == 0) {
      free(family->members);
      free(family);
    }
    free(held->data);
    free(held);
    vector->content = NULL;
  }
  N_VFreeEmpty(vector);
}

QDS_WIDE static void linear_sum(sunindextype n, realtype a, const realtype *x, realtype b,
                                const realtype *y, realtype *z) {
  if (a == 1.0 && b == 1.0)
    for (sunindextype i = 0; i < n; i++) z[i] = x[i] + y[i];
  else if (a == 1.0 && b == -1.0)
    for (sunindextype i = 0; i < n; i++) z[i] = x[i] - y[i];
  else if (a == 1.0)
    for (sunindextype i = 0; i < n; i++) z[i] = x[i] + b * y[i];
  else if (b == 1.0)
    for (sunindextype i = 0; i < n; i++) z[i] = a * x[i] + y[i];
  else
    for (sunindextype i = 0; i < n; i++) z[i] = a * x[i] + b * y[i];
}

QDS_WIDE static void multiple(sunindextype n, realtype a, const realtype *x, realtype *z) {
  if (a == 1.0) {
    if (z != x) memcpy(z, x, (size_t)n * sizeof(realtype));
    return;
  }
  for (sunindextype i = 0; i < n; i++) z[i] = a * x[i];
}

static void fill(sunindextype n, realtype a, realtype *z) {
  if (a == 0.0)
    memset(z, 0, (size_t)n * sizeof(realtype));
  else
    for (sunindextype i = 0; i < n; i++) z[i] = a;
}

QDS_WIDE static realtype weighted_square(sunindextype n, const realtype *x, const realtype *w) {
  realtype s[8] = {0};
  sunindextype i = 0;
  for (; i + 8 <= n; i += 8)
    for (int k = 0; k < 8; k++) s[k] += (x[i + k] * w[i + k]) * (x[i + k] * w[i + k]);
  for (; i < n; i++) s[0] += (x[i] * w[i]) * (x[i] * w[i]);
  return ((s[0] + s[1]) + (s[2] + s[3])) + ((s[4] + s[5]) + (s[6] + s[7]));
}

static void sum_vectors(realtype a, N_Vector x, realtype b, N_Vector y, N_Vector z) {
  linear_sum(content(x)->length, a, content(x)->data, b, content(y)->data, content(z)->data);
}

static void scale_vector(realtype a, N_Vector x, N_Vector z) {
  multiple(content(x)->length, a, content(x)->data, content(z)->data);
}

static void fill_vector(realtype a, N_Vector z) {
  fill(content(z)->length, a, content(z)->data);
}

static realtype wrms_norm(N_Vector x, N_Vector w) {
  Content *held = content(x);
  return sqrt(weighted_square(held->length, held->data, content(w)->data) /
              (realtype)held->family->occupied);
}

N_Vector qds_vector_new(sunindextype length, SUNContext context) {
  N_Vector model = N_VNewEmpty_Serial(length, context);
  QDSFamily *family = calloc(1, sizeof *family);
  if (!model || !family) return NULL;
  *family = (QDSFamily){.length = length, .capacity = length, .occupied = length};
  model->ops->nvclone = clone;
  model->ops->nvdestroy = destroy;
  // Packages of the library are built without optimisation.
  model->ops->nvlinearsum = sum_vectors;
  model->ops->nvscale = scale_vector;
  model->ops->nvconst = fill_vector;
  model->ops->nvwrmsnorm = wrms_norm;
  N_Vector vector = member(family, model, context);
  model->ops->nvdestroy = N_VDestroy_Serial;
  N_VDestroy_Serial(model);
  return vector;
}

// Moves arrays that lie one behind the other from `head` on so that each has room for `after` entries.
static void spread(realtype *data, sunindextype head, sunindextype arrays, sunindextype before,
                   sunindextype after) {
  sunindextype kept = before < after ? before : after;
  for (sunindextype k = 0; k < arrays; k++) {
    // Towards the end from the last one, towards the front from the first one.
    sunindextype place = before < after ? arrays - 1 - k : k;
    realtype *target = data + head + place * after;
    memmove(target, data + head + place * before, (size_t)kept * sizeof(realtype));
    memset(target + kept, 0, (size_t)(after - kept) * sizeof(realtype));
  }
}

int qds_vector_resize_family(N_Vector vector, sunindextype head, sunindextype arrays,
                             sunindextype count) {
  QDSFamily *family = content(vector)->family;
  sunindextype length = head + arrays * count, before = (family->length - head) / arrays;
  if (length > family->capacity) {
    sunindextype capacity = length + length / 4;
    for (size_t k = 0; k < family->count; k++) {
      Content *held = content(family->members[k]);
      realtype *data = zeros(capacity);
      if (!data) return -1;
      memcpy(data, held->data, (size_t)family->length * sizeof(realtype));
      free(held->data);
      held->data = data;
    }
    family->capacity = capacity;
  }
  for (size_t k = 0; k < family->count; k++) {
    Content *held = content(family->members[k]);
    if (count != before) spread(held->data, head, arrays, before, count);
    if (length < held->length)
      memset(held->data + length, 0, (size_t)(held->length - length) * sizeof(realtype));
    held->length = length;
  }
  family->length = length;
  if (family->occupied > length) family->occupied = length;
  return 0;
}

void qds_vector_set_occupied(N_Vector vector, sunindextype occupied) {
  content(vector)->family->occupied = occupied;
}
