# Debian, as the embedded engine is not built for musl.
FROM node:20-bookworm-slim AS build
WORKDIR /opphav
COPY package.json package-lock.json .npmrc ./
# The build has no sources yet; `prepare` runs when they are here.
RUN npm ci --ignore-scripts
COPY . .
RUN npm run prepare
RUN npm prune --omit=dev --ignore-scripts

FROM node:20-bookworm-slim
# Libraries check more without NODE_ENV, and the allocator keeps more without a limit (docs/operations.md).
ENV NODE_ENV=production OPPHAV_HOST=0.0.0.0 MALLOC_ARENA_MAX=2
WORKDIR /opphav
COPY --from=build /opphav/package.json ./
COPY --from=build /opphav/node_modules node_modules
COPY --from=build /opphav/build build
COPY --from=build /opphav/cypher cypher
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4000/health/live').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# As `npm start` starts it (docs/operations.md).
ENTRYPOINT ["node", "--no-allocation-site-pretenuring", "build/src/cli/opphav.js"]
CMD ["serve"]
