# What most people write first.
ARG MAVEN
FROM ${MAVEN}
WORKDIR /app
COPY . .
RUN mvn --batch-mode --no-transfer-progress package -DskipTests
CMD ["sh", "-c", "java -jar target/*.jar"]
