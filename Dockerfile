# Web and worker of Warmline; compose.yaml starts both, with Valkey and a proxy that does TLS. See docs/install.md.
#
#     docker build -t warmline .
#
# No secret is in the image: all settings come from the environment when a container starts.

FROM python:3.12-slim-trixie AS packages
WORKDIR /app
COPY requirements.lock ./
COPY deploy/runtime_lock.py deploy/
RUN python -m deploy.runtime_lock requirements.lock > runtime.lock
RUN python -m venv .venv
# http-ece ships as source alone; everything else is a wheel, so that nothing needs a compiler
RUN .venv/bin/python -m pip install --no-cache-dir --disable-pip-version-check --only-binary :all: --no-binary http-ece \
    --require-hashes -r runtime.lock

FROM python:3.12-slim-trixie
WORKDIR /app
RUN groupadd --gid 10001 warmline \
    && useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin warmline \
    && install -d -o warmline -g warmline -m 700 /var/lib/warmline /backups
COPY --from=packages /app/.venv .venv
COPY app.py Procfile ./
COPY bot bot
COPY deploy/backup.sh deploy/
RUN .venv/bin/python -m compileall -q app.py bot
ENV PATH=/app/.venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
ENV HOST=0.0.0.0 PORT=8000 VAR_DIR=/var/lib/warmline LOG_FORMAT=json
USER 10001:10001
VOLUME /var/lib/warmline
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as u; u.urlopen(f\"http://127.0.0.1:{os.environ['PORT']}/healthz\", timeout=4)"]
CMD ["python", "-m", "bot.server", "web"]
