vcl 4.1;
import std;

# Signalbox behind Varnish: put this file to /etc/varnish/default.vcl.
# Varnish ends no TLS. Put one of the others in front of it, and Varnish's address into TRUSTED_PROXIES too.
# Replace status.example.com, and 127.0.0.1 and 3000. More in docs/proxies.md.

backend default {
    .host = "127.0.0.1";
    .port = "3000";
    # Longer than two heartbeats (15 s each).
    .first_byte_timeout = 75s;
    .between_bytes_timeout = 75s;
    # A pipe has no answer of its own, so that Varnish must know beforehand that Signalbox is away.
    .probe = { .url = "/api/health/live"; .interval = 1s; .window = 1; .threshold = 1; }
}

sub vcl_recv {
    # A pipe belongs to one visitor, hands on every byte at once, and ends when the visitor leaves; a fetch would
    # notice that at the next event only.
    if (req.url ~ "^/api/status/stream(\?|$)") {
        if (!std.healthy(req.backend_hint)) {
            return (synth(503));
        }
        return (pipe);
    }
    # Files whose name changes with their content. All else is asked for each time: it is news.
    if (req.url ~ "^/_next/static/") {
        unset req.http.Cookie;
        return (hash);
    }
    return (pass);
}

# While Signalbox restarts Varnish answers by itself; without these headers the reader sees a CORS error.
sub vcl_synth {
    if (req.url ~ "^/api/status/stream(\?|$)") {
        set resp.http.Vary = "Origin, Sec-Fetch-Site";
        # PUBLIC_URL and, with ||, each of ALLOWED_ORIGINS.
        if (req.http.Origin == "https://status.example.com") {
            set resp.http.Access-Control-Allow-Origin = req.http.Origin;
        }
    }
}
