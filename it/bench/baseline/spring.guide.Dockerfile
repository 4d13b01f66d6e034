# After docs.docker.com/guides/java/containerize and docs.spring.io/spring-boot/reference/packaging/container-images/dockerfiles.html:
# dependencies from the POM with a cache, the build, the jar's layers, and an image with a run-time environment alone.
# The guide takes eclipse-temurin:21-jre-jammy for that; here it is Debian with its own, of the same version, since every lab has that.
ARG MAVEN
ARG DEBIAN
FROM ${MAVEN} AS dependencies
WORKDIR /build
RUN --mount=type=bind,source=pom.xml,target=pom.xml \
    --mount=type=cache,target=/root/.m2 \
    mvn --batch-mode --no-transfer-progress dependency:go-offline -DskipTests
FROM dependencies AS package
WORKDIR /build
COPY ./src src/
RUN --mount=type=bind,source=pom.xml,target=pom.xml \
    --mount=type=cache,target=/root/.m2 \
    mvn --batch-mode --no-transfer-progress package -DskipTests && mv target/*.jar target/app.jar
FROM package AS extract
WORKDIR /build
RUN java -Djarmode=tools -jar target/app.jar extract --layers --destination target/extracted
FROM ${DEBIAN} AS final
# The package writes its manual pages' links, and the slim image has no place for them.
RUN mkdir -p /usr/share/man/man1 && apt-get update && apt-get install --yes --no-install-recommends openjdk-21-jre-headless && rm -rf /var/lib/apt/lists/* /var/cache/apt/*
RUN useradd --no-log-init --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin --uid 10001 appuser
USER appuser
WORKDIR /app
COPY --from=extract build/target/extracted/dependencies/ ./
COPY --from=extract build/target/extracted/spring-boot-loader/ ./
COPY --from=extract build/target/extracted/snapshot-dependencies/ ./
COPY --from=extract build/target/extracted/application/ ./
EXPOSE 8080
ENTRYPOINT ["java", "-jar", "app.jar"]
