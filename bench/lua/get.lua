-- Reads one address again and again. LOAD_HEADERS holds "Name: value" lines.
dofile(os.getenv("LOAD_FOLDER") .. "/report.lua")
for name, value in (os.getenv("LOAD_HEADERS") or ""):gmatch("([^:\n]+): ([^\n]*)") do
  wrk.headers[name] = value
end
