# Sourced: serve FOLDER, with the site in FOLDER/site, by the configuration of
# docs/nginx.md in the real nginx, brotli as described there → $address. It ends
# with the test.
modules=/usr/share/nginx/modules-available

serve() {
	port=${PORT:-$((20000 + $$ % 20000))}
	address=http://127.0.0.1:$port
	{
		echo "worker_processes 1; pid $work/nginx.pid; error_log $work/error.log;"
		echo "daemon on; user $(id -un);"
		cat "$modules/mod-http-brotli-static.conf"
		echo "events { worker_connections 256; }"
		echo "http { access_log off; client_body_temp_path $work; proxy_temp_path $work;"
		echo "fastcgi_temp_path $work; uwsgi_temp_path $work; scgi_temp_path $work;"
		awk '/^```nginx/ {on = 1; next} /^```/ {on = 0} on' "$root/docs/nginx.md" |
			sed "s|listen 80|listen 127.0.0.1:$port|; s|/srv/report|$1|
				s|gzip_static on;|& brotli_static on;|"
		echo "}"
	} >nginx.conf
	nginx -c "$work/nginx.conf" -e "$work/error.log" || { fail "nginx"; return 1; }
	trap 'kill "$(cat "$work/nginx.pid")" 2>/dev/null; rm -rf "$work"' EXIT
}
