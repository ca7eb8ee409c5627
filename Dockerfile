FROM node:26-slim AS build
WORKDIR /lectern
COPY package.json package-lock.json ./
# What the package's scripts do is done below.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY scripts ./scripts
COPY src ./src
COPY commands ./commands
RUN node scripts/build/build.ts --bundle \
  && npm prune --omit=dev --ignore-scripts --no-audit --no-fund \
  && find node_modules -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.cts' -o -name '*.d.mts' -o -name '*.md' \) -delete

# Node, git for CONTENT_GIT, and the libraries that these are linked with: what is left of a Debian and of npm would
# make the image twice as large, and nothing would use it.
FROM node:26-slim AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends git ca-certificates
RUN mkdir -p /runtime/etc /data && mkdir -m 1777 /runtime/tmp \
  && programs='/usr/local/bin/node /usr/bin/git /usr/lib/git-core/git-remote-http' \
  && cp --parents --dereference $programs $(ldd $programs | grep -o '/[^ ]* ' | sort -u) /runtime \
  && ln -s git-remote-http /runtime/usr/lib/git-core/git-remote-https \
  && cp --parents --recursive /usr/share/git-core/templates /etc/ssl/certs/ca-certificates.crt /runtime \
  && grep -E '^(root|node):' /etc/passwd > /runtime/etc/passwd \
  && grep -E '^(root|node):' /etc/group > /runtime/etc/group \
  && echo 'hosts: files dns' > /runtime/etc/nsswitch.conf

FROM scratch
COPY --from=runtime /runtime /
WORKDIR /lectern
COPY --from=runtime --chown=1000:1000 /data ./data
COPY --from=build /lectern/package.json ./
COPY --from=build /lectern/node_modules ./node_modules
COPY --from=build /lectern/dist ./dist
# Posts to look at; a volume here holds yours.
COPY content ./content
# Everything that is written lies in /lectern/data: the root may be read-only.
ENV PATH=/usr/local/bin:/usr/bin NODE_ENV=production HOST=0.0.0.0 PORT=4100 HEALTH_PORT=9090
# For 512 MB: malloc else keeps what threads and large buffers have given back.
ENV MALLOC_ARENA_MAX=2 MALLOC_MMAP_THRESHOLD_=131072
VOLUME /lectern/data
EXPOSE 4100 9090
# The user node, as a number: Kubernetes sees that it is not root.
USER 1000:1000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HEALTH_PORT}/readyz`).then(({ok})=>process.exit(ok?0:1),()=>process.exit(1))"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "--max-semi-space-size=4", "--no-regexp-tier-up", "dist/src/cli.js"]
