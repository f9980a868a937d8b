-- For wrk: asks for the pages in $PAGES, a path a line, in any order, with the session in $COOKIE if there is one.
-- Prints one JSON object at the end: rate, p99_ms, failures.
local requests = {}

function init()
    local headers = {}
    if os.getenv("COOKIE") then headers["Cookie"] = os.getenv("COOKIE") end
    for path in io.lines(os.getenv("PAGES")) do
        requests[#requests + 1] = wrk.format("GET", path, headers)
    end
    math.randomseed(os.time())
end

function request()
    return requests[math.random(#requests)]
end

function done(summary, latency)
    local errors = summary.errors
    io.stderr:write(string.format('{"rate":%.1f,"p99_ms":%.3f,"failures":%d}\n',
        summary.requests / (summary.duration / 1e6), latency:percentile(99) / 1000,
        errors.status + errors.connect + errors.read + errors.write + errors.timeout))
end
