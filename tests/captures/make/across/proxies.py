# SPDX-License-Identifier: GPL-2.0-or-later
"""The proxies, each between clients in front (h1, h2c; some h2, h3 with TLS) and two origins (h1, h2c).

Each gives up on an origin after a second, and tries again where its makers let it.
"""
import asyncio
import contextlib
import os
import re

ORIGINS, BACK = ("10.9.0.31", "10.9.0.32"), 8088
PLAIN, SECURE = 8080, 8443
MODULES = "/usr/lib/apache2/modules"


def each_origin(text):
    return "\n".join(text % (host, BACK) for host in ORIGINS)


def port(front):
    return SECURE if front in ("h2", "h3") else PLAIN


HAPROXY = """
global
  limited-quic
defaults
  mode http
  timeout connect 1s
  timeout client 9s
  timeout server 1s
  retries 1
  retry-on all-retryable-errors
  option redispatch 1
listen front
  bind {bind}
{servers}
"""


def haproxy(folder, front, back):
    tls = " ssl crt %s/both.pem alpn %s" % (folder, front)
    bind = "%s:%d%s" % ("quic4@" if front == "h3" else "*", port(front),
                        tls if port(front) == SECURE else " proto h2" if front == "h2c" else "")
    behind = " proto h2" if back == "h2c" else ""
    servers = "\n".join("  server o%d %s:%d%s" % (at, host, BACK, behind) for at, host in enumerate(ORIGINS))
    return HAPROXY.format(bind=bind, servers=servers), ["haproxy", "-db", "-f"]


NGINX = """
daemon off; pid {folder}/nginx.pid; error_log {folder}/nginx.log; user root;
events {{ }}
http {{
  access_log off;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  upstream back {{
    {servers}
    keepalive 4;
  }}
  server {{
    listen {port}{tls};
    http2 {http2};
    ssl_certificate {folder}/cert.pem; ssl_certificate_key {folder}/key.pem;
    location / {{
      {passes}
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_read_timeout 1s;
      proxy_next_upstream error timeout non_idempotent;
      proxy_next_upstream_tries 2;
      grpc_read_timeout 1s;
      grpc_next_upstream error timeout non_idempotent;
      grpc_next_upstream_tries 2;
    }}
  }}
}}
"""


def nginx(folder, front, back):
    return NGINX.format(
        folder=folder, port=port(front), tls=" ssl" if port(front) == SECURE else "",
        http2="off" if front == "h1" else "on", servers=each_origin("server %s:%d max_fails=0;"),
        passes="grpc_pass grpc://back;" if back == "h2c" else "proxy_pass http://back;"), ["nginx", "-c"]


CADDY = """
{{
  admin off
  auto_https off
  servers {{
    protocols h1 h2 h2c h3
  }}
}}
{site}:{port} {{
  {tls}
  reverse_proxy {servers} {{
    lb_policy round_robin
    transport http {{
      {versions}
      response_header_timeout 1s
    }}
  }}
}}
"""


def caddy(folder, front, back):
    is_secure = port(front) == SECURE
    return CADDY.format(
        site="https://tour.example" if is_secure else "http://", port=port(front),
        tls="tls %s/cert.pem %s/key.pem" % (folder, folder) if is_secure else "",
        servers=each_origin("%s:%d").replace("\n", " "), versions="versions h2c 2" if back == "h2c" else "",
    ), ["caddy", "run", "--adapter", "caddyfile", "--config"]


APACHE = """
ServerRoot {folder}
ServerName tour.example
PidFile {folder}/apache.pid
ErrorLog {folder}/apache.log
User www-data
Group www-data
{modules}
Listen {port}
Protocols h2c http/1.1
ProxyTimeout 1
<Proxy balancer://back>
{servers}
</Proxy>
ProxyPass / balancer://back/
"""
APACHE_MODULES = ("mpm_event", "authz_core", "http2", "proxy", "proxy_http", "proxy_http2", "proxy_balancer",
                  "slotmem_shm", "lbmethod_byrequests")


def apache(folder, front, back):
    scheme = "h2c" if back == "h2c" else "http"
    return APACHE.format(
        folder=folder, port=port(front), servers=each_origin("BalancerMember %s://%%s:%%d" % scheme),
        modules="\n".join("LoadModule %s_module %s/mod_%s.so" % (name, MODULES, name) for name in APACHE_MODULES),
    ), ["apache2", "-DFOREGROUND", "-f"]


NGHTTPX = """
frontend=*,{port};no-tls
{servers}
workers=1
backend-read-timeout=1s
errorlog-file={folder}/nghttpx.log
"""


def nghttpx(folder, front, back):
    proto = "h2" if back == "h2c" else "http/1.1"
    return NGHTTPX.format(port=port(front), folder=folder,
                          servers=each_origin("backend=%%s,%%d;;proto=%s" % proto)), ["nghttpx", "--conf"]


VARNISH = """vcl 4.1;
import directors;
{servers}
sub vcl_init {{
  new back = directors.round_robin();
  {members}
}}
sub vcl_recv {{
  set req.backend_hint = back.backend();
  return (pass);
}}
"""


def varnish(folder, front, _back):
    servers = ['backend o%d { .host = "%s"; .port = "%d"; .first_byte_timeout = 1s; .between_bytes_timeout = 1s; }'
               % (at, host, BACK) for at, host in enumerate(ORIGINS)]
    members = ["back.add_backend(o%d);" % at for at in range(len(ORIGINS))]
    return VARNISH.format(servers="\n".join(servers), members=" ".join(members)), [
        "varnishd", "-F", "-j", "none", "-n", folder + "/work", "-p", "feature=+http2",
        "-a", ":%d" % port(front), "-f"]


def is_listening(number):
    tables = ""
    for name in ("tcp", "tcp6", "udp", "udp6"):
        with open("/proc/thread-self/net/" + name, encoding="ascii") as table:
            tables += table.read()
    return re.search(r":%04X [0-9A-F]+:0000 0[A7] " % number, tables)


@contextlib.asynccontextmanager
async def running(proxy, folder, front, back):
    text, command = proxy(folder, front, back)
    configuration = os.path.join(folder, proxy.__name__)
    with open(configuration, "w", encoding="utf-8") as file:
        file.write(text)
    with open(configuration + ".out", "w", encoding="utf-8") as output:
        process = await asyncio.create_subprocess_exec(*command, configuration, stdout=output, stderr=output,
                                                       env=dict(os.environ, HOME=folder))
    while not is_listening(port(front)):
        if process.returncode is not None:
            with open(configuration + ".out", encoding="utf-8") as output:
                raise RuntimeError("%s does not start: %s" % (proxy.__name__, output.read()))
        await asyncio.sleep(0.05)
    yield
    process.terminate()
    await process.wait()
