#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// A TOML text as a list of its values in the order of a walk: a table or an array is followed by
// what it holds. Read with toml++, which knows the line and column of every key and value.

typedef enum {
  QDS_TOML_TABLE,
  QDS_TOML_ARRAY,
  QDS_TOML_STRING,
  QDS_TOML_INTEGER,
  QDS_TOML_FLOAT,
  QDS_TOML_BOOLEAN,
  QDS_TOML_MOMENT,
} qds_toml_kind;

// A stretch of the text: lines and columns count from 1, columns in code points; the end is past
// the last character. Line 0 means that the value has no place of its own.
typedef struct {
  uint32_t line, column, end_line, end_column;
} qds_toml_place;

typedef struct {
  qds_toml_kind kind;
  // The name in the table that holds the value; not terminated, empty in an array.
  const char *key;
  size_t key_length;
  qds_toml_place key_place;
  qds_toml_place place;
  // The text of a string or of a date or time; not terminated.
  const char *text;
  size_t text_length;
  int64_t integer;
  double number;
  bool boolean;
  // Whether a table was written in braces.
  bool is_inline;
  // The values that a table or an array holds.
  size_t count;
} qds_toml_value;

typedef struct qds_toml qds_toml;

// Reads a text; the answer is never null and is the caller's to free.
qds_toml *qds_toml_read(const char *text, size_t length);
void qds_toml_free(qds_toml *document);

// Why the text is no TOML, or null; and where.
const char *qds_toml_error(const qds_toml *document);
qds_toml_place qds_toml_error_place(const qds_toml *document);

// The values in order; the first is the whole table.
size_t qds_toml_count(const qds_toml *document);
qds_toml_value qds_toml_value_at(const qds_toml *document, size_t index);

#ifdef __cplusplus
}
#endif
