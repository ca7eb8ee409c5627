# syntax=docker/dockerfile:1

FROM node:26-slim AS build
WORKDIR /lectern
COPY package.json package-lock.json ./
# What the package's scripts do is done below.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY scripts ./scripts
COPY src ./src
COPY commands ./commands
RUN node scripts/build.ts --bundle \
  && npm prune --omit=dev --ignore-scripts --no-audit --no-fund \
  && find node_modules -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.cts' -o -name '*.d.mts' -o -name '*.md' \) -delete

FROM node:26-slim
# git is for CONTENT_GIT alone, and large: docker build --build-arg GIT=git
ARG GIT=
RUN if [ -n "$GIT" ]; then apt-get update && apt-get install -y --no-install-recommends git ca-certificates && rm -rf /var/lib/apt/lists/*; fi
WORKDIR /lectern
RUN mkdir data && chown node:node data
COPY --from=build /lectern/package.json ./
COPY --from=build /lectern/node_modules ./node_modules
COPY --from=build /lectern/dist ./dist
# Posts to look at; a volume here holds yours.
COPY content ./content
# Everything that is written lies in /lectern/data: the root may be read-only.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4100 HEALTH_PORT=9090
VOLUME /lectern/data
EXPOSE 4100 9090
USER node
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HEALTH_PORT}/readyz`).then(({ok})=>process.exit(ok?0:1),()=>process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "--max-semi-space-size=4", "dist/src/main.js"]
