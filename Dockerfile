# The image of one application: docker build --build-arg APPLICATION=channel-sms .

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /source
COPY . .
# All applications at once and without an argument, so that the images share what Maven did.
RUN --mount=type=cache,target=/maven,sharing=locked \
    mvn -B -ntp -q -Dmaven.repo.local=/maven -DskipTests -Dspotless.check.skip -am package -pl local-stack,\
auth-gateway,channel-sms,channel-voice,channel-telegram,channel-email,carrier-simulator

FROM build AS application
ARG APPLICATION
RUN java -Djarmode=tools -jar "$APPLICATION"/target/*-exec.jar extract --destination /application \
    && mv /application/*.jar /application/application.jar

FROM eclipse-temurin:25-jre AS runtime
# A number that no account of a machine is likely to have: only it can read the mounted keys.
RUN useradd --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin countersign
WORKDIR /application

# Generates the keys of a deployment into /keys, as ./countersign keys does.
FROM runtime AS keys
COPY --from=build /source/local-stack/target/lib lib
COPY --from=build /source/local-stack/target/local-stack-*.jar .
CMD ["sh", "-c", "java --sun-misc-unsafe-memory-access=allow -cp '*:lib/*' io.countersign.stack.up.LocalStack keys /keys && chown -R countersign: /keys"]

FROM runtime
COPY deploy/is-ready /usr/local/bin/
COPY --from=application /application/lib lib
COPY --from=application /application/application.jar .
ENV SERVER_PORT=8080
EXPOSE 8080
USER countersign
HEALTHCHECK --interval=5s --timeout=4s --start-period=60s --retries=6 CMD ["is-ready"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", \
    "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", \
    # Has what computes come after what answers; of more than that Java only warns where it is not root.
    "-XX:ThreadPriorityPolicy=1", "-XX:CompilerThreadPriority=0", \
    # Keeps the password hash in one compiled piece; the other programs have nothing of that name.
    "-XX:CompileCommand=quiet", \
    "-XX:CompileCommand=inline,org.bouncycastle.crypto.generators.Argon2BytesGenerator*::*", \
    "-XX:CompileCommand=inline,org.bouncycastle.util.Longs::rotateRight", \
    "-jar", "application.jar"]
