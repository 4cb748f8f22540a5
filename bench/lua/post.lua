-- Sends one message per request, each different. LOAD_BODY is a template:
--   {n} a number that is new for each request, {run} a word that is new for each run,
--   {once} a token as the form hands out (12 hex digits of Unix milliseconds and 32 of randomness),
--   {words} about 300 bytes of words.
-- LOAD_TYPE is the content type, LOAD_SEED a number, LOAD_RUN the word. LOAD_PAUSE_MS, if given, is how long each
-- connection waits between an answer and its next request.
dofile(os.getenv("LOAD_FOLDER") .. "/report.lua")
math.randomseed(tonumber(os.getenv("LOAD_SEED")))
local kind = os.getenv("LOAD_TYPE")
local words = string.rep("we are thinking of you and your little one with all our love may the memory stay warm and light ", 3)
if not kind:find("json") then words = words:gsub(" ", "+") end
local template = os.getenv("LOAD_BODY"):gsub("{words}", words):gsub("{run}", os.getenv("LOAD_RUN"))
wrk.method = "POST"
wrk.headers["Content-Type"] = kind

local function hex32()
  return string.format("%04x%04x%04x%04x%04x%04x%04x%04x",
    math.random(0, 65535), math.random(0, 65535), math.random(0, 65535), math.random(0, 65535),
    math.random(0, 65535), math.random(0, 65535), math.random(0, 65535), math.random(0, 65535))
end

local n = 0
function request()
  n = n + 1
  local body = template:gsub("{n}", tostring(n))
  body = body:gsub("{once}", string.format("%012x", os.time() * 1000 + n % 1000) .. hex32())
  return wrk.format(nil, nil, nil, body)
end

local pause = tonumber(os.getenv("LOAD_PAUSE_MS") or "")
if pause then
  function delay() return pause end
end
