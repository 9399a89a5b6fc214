-- What wrk prints at its end, for the harness: "key value" pairs as loadgen prints them.
done = function(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format(
    "operations %d seconds %.3f errors %d p50 %d p99 %d p999 %d\n", summary.requests, summary.duration / 1e6,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(50), latency:percentile(99), latency:percentile(99.9)))
end
