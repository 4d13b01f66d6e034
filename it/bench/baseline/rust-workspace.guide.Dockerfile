# After docs.docker.com/guides/rust/build-images: sources mounted, target directory and registry cached, a slim Debian with the binary and a user.
# In a workspace: the directory of its members instead of src.
ARG RUST_GLIBC
ARG DEBIAN
FROM ${RUST_GLIBC} AS build
WORKDIR /app
RUN --mount=type=bind,source=crates,target=crates \
    --mount=type=bind,source=data,target=data \
    --mount=type=bind,source=Cargo.toml,target=Cargo.toml \
    --mount=type=bind,source=Cargo.lock,target=Cargo.lock \
    --mount=type=cache,target=/app/target/ \
    --mount=type=cache,target=/usr/local/cargo/git/db \
    --mount=type=cache,target=/usr/local/cargo/registry/ \
    cargo build --locked --release --package pilzatlas-server --bin server && \
    cp ./target/release/server /bin/server
FROM ${DEBIAN} AS final
RUN useradd --no-log-init --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin --uid 10001 appuser
USER appuser
COPY --from=build /bin/server /bin/
EXPOSE 3100
CMD ["/bin/server"]
