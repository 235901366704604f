# One image recipe for all five services:
#
#   ./mvnw package -DskipTests
#   docker build --build-arg MODULE=call-service --build-arg PORT=8781 -t rapidcall/call-service .
#
# It packs the jar that Maven built; it compiles nothing itself (docs/adr/0003).

ARG BASE=eclipse-temurin:25-jre-noble

FROM ${BASE} AS layers
ARG MODULE
WORKDIR /build
COPY ${MODULE}/target/${MODULE}-*-exec.jar app.jar
RUN java -Djarmode=tools -jar app.jar extract --layers --destination layers

FROM ${BASE}
ARG PORT=8787
RUN groupadd --gid 10001 rapidcall \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /app --shell /usr/sbin/nologin rapidcall
WORKDIR /app
# What changes seldom comes first, so that a new build of our code adds one small layer.
COPY --from=layers /build/layers/dependencies/ ./
COPY --from=layers /build/layers/spring-boot-loader/ ./
COPY --from=layers /build/layers/snapshot-dependencies/ ./
COPY --from=layers /build/layers/application/ ./
COPY deploy/health /usr/local/bin/health

USER rapidcall
ENV PORT=${PORT} \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=75 -XX:+ExitOnOutOfMemoryError"
EXPOSE ${PORT}
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["health"]
# Exec form: the JVM is process 1 and gets the stop signal itself.
ENTRYPOINT ["java", "-jar", "app.jar"]
