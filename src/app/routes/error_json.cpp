#include "app/routes/error_json.hpp"

#include "app/messages.hpp"

#include <nlohmann/json.hpp>

namespace zk::app {

nlohmann::ordered_json error_json(Error const& error)
{
    nlohmann::ordered_json out { { "code", error.code() }, { "message", text_of_error(error) } };
    if (!error.place().empty())
        out["place"] = error.place();
    return out;
}

} // namespace zk::app
