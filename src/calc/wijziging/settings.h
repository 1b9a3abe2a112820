// The settings a change may write over those of a plan, a programmalijn, a project or a post: one row a key.
#pragma once

#include <string>
#include <string_view>

#include "plan/change.h"

namespace saldo {

// Writes what `values` has for `key` over that of `target`; false where the key is none of these (baten, lasten and the
// other side of an overdracht are more than a value).
bool write_setting(std::string_view key, const PostDraft& values, Post& target);
bool write_setting(std::string_view key, const Project& values, Project& target);
bool write_setting(std::string_view key, const Programmalijn& values, Programmalijn& target);
bool write_setting(std::string_view key, const PlanTable& values, Plan& target);

}  // namespace saldo
