#include "CTOML.h"

#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <algorithm>
#include <deque>
#include <new>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

static_assert(TOML_LIB_MAJOR == 3, "written for toml++ 3");

struct qds_toml {
  toml::table root;
  std::vector<qds_toml_value> values;
  std::deque<std::string> moments;
  std::string error;
  qds_toml_place error_place{};
};

namespace {

qds_toml_place place_of(const toml::source_region &source) {
  return {source.begin.line, source.begin.column, source.end.line, source.end.column};
}

class Walk {
 public:
  explicit Walk(qds_toml &document) : document(document) {}

  void visit(const toml::node &node, const toml::key *key) {
    qds_toml_value value{};
    if (key != nullptr) {
      value.key = key->str().data();
      value.key_length = key->str().size();
      value.key_place = place_of(key->source());
    }
    value.place = place_of(node.source());
    const size_t index = document.values.size();
    document.values.push_back(value);
    describe(node, index);
  }

 private:
  qds_toml &document;

  void describe(const toml::node &node, size_t index) {
    if (const auto *table = node.as_table()) return describe_table(*table, index);
    if (const auto *array = node.as_array()) {
      document.values[index].kind = QDS_TOML_ARRAY;
      document.values[index].count = array->size();
      for (const toml::node &item : *array) visit(item, nullptr);
      return;
    }
    describe_scalar(node, document.values[index]);
  }

  // toml++ sorts tables by name; people wrote them in another order.
  void describe_table(const toml::table &table, size_t index) {
    document.values[index].kind = QDS_TOML_TABLE;
    document.values[index].is_inline = table.is_inline();
    document.values[index].count = table.size();
    std::vector<std::pair<const toml::key *, const toml::node *>> entries;
    for (auto &&[key, value] : table) entries.emplace_back(&key, &value);
    std::stable_sort(entries.begin(), entries.end(), [](const auto &left, const auto &right) {
      const auto &a = left.first->source().begin, &b = right.first->source().begin;
      return a.line != b.line ? a.line < b.line : a.column < b.column;
    });
    for (const auto &[key, value] : entries) visit(*value, key);
  }

  void describe_scalar(const toml::node &node, qds_toml_value &value) {
    if (const auto *text = node.as_string()) {
      value.kind = QDS_TOML_STRING;
      value.text = (*text)->data();
      value.text_length = (*text)->size();
    } else if (const auto *integer = node.as_integer()) {
      value.kind = QDS_TOML_INTEGER;
      value.integer = integer->get();
    } else if (const auto *number = node.as_floating_point()) {
      value.kind = QDS_TOML_FLOAT;
      value.number = number->get();
    } else if (const auto *boolean = node.as_boolean()) {
      value.kind = QDS_TOML_BOOLEAN;
      value.boolean = boolean->get();
    } else {
      std::ostringstream moment;
      if (const auto *date = node.as_date()) moment << date->get();
      if (const auto *time = node.as_time()) moment << time->get();
      if (const auto *both = node.as_date_time()) moment << both->get();
      document.moments.push_back(moment.str());
      value.kind = QDS_TOML_MOMENT;
      value.text = document.moments.back().data();
      value.text_length = document.moments.back().size();
    }
  }
};

}  // namespace

qds_toml *qds_toml_read(const char *text, size_t length) {
  auto *document = new qds_toml;
  toml::parse_result result = toml::parse(std::string_view(text, length));
  if (!result) {
    document->error = std::string(result.error().description());
    document->error_place = place_of(result.error().source());
    return document;
  }
  document->root = std::move(result).table();
  Walk(*document).visit(document->root, nullptr);
  return document;
}

void qds_toml_free(qds_toml *document) { delete document; }

const char *qds_toml_error(const qds_toml *document) {
  return document->error.empty() ? nullptr : document->error.c_str();
}

qds_toml_place qds_toml_error_place(const qds_toml *document) { return document->error_place; }

size_t qds_toml_count(const qds_toml *document) { return document->values.size(); }

qds_toml_value qds_toml_value_at(const qds_toml *document, size_t index) {
  return document->values[index];
}
