# After docs.docker.com/guides/rust/build-images: sources mounted, target directory and registry cached, a slim Debian with the binary and a user.
ARG RUST_GLIBC
ARG DEBIAN
FROM ${RUST_GLIBC} AS build
WORKDIR /app
RUN --mount=type=bind,source=src,target=src \
    --mount=type=bind,source=migrations,target=migrations \
    --mount=type=bind,source=data,target=data \
    --mount=type=bind,source=Cargo.toml,target=Cargo.toml \
    --mount=type=bind,source=Cargo.lock,target=Cargo.lock \
    --mount=type=cache,target=/app/target/ \
    --mount=type=cache,target=/usr/local/cargo/git/db \
    --mount=type=cache,target=/usr/local/cargo/registry/ \
    cargo build --locked --release && \
    cp ./target/release/mapas-km-backend /bin/server
FROM ${DEBIAN} AS final
RUN useradd --no-log-init --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin --uid 10001 appuser
USER appuser
COPY --from=build /bin/server /bin/
EXPOSE 3000
CMD ["/bin/server"]
