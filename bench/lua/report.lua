-- Prints what wrk saw as one line that bench/load.py reads. Times in milliseconds.
function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format(
    'FIGURES {"requests":%d,"seconds":%.4f,"p50_ms":%.3f,"p99_ms":%.3f,"bytes":%d,"refused":%d,"broken":%d,"late":%d}\n',
    summary.requests, summary.duration / 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    summary.bytes, errors.status, errors.connect + errors.read + errors.write, errors.timeout))
end
