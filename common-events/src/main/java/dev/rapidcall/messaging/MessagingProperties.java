package dev.rapidcall.messaging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How this service takes part in messaging. The defaults stand in {@code messaging.properties}.
 *
 * @param source who this service is in {@code ce_source}
 * @param topicPrefix stands before every topic and group, so that installations can share a broker
 * @param partitions of a topic that has to be created
 * @param replication of a topic that has to be created
 * @param concurrency consumer threads per consumer bean
 * @param brokerWait how long the start waits for the broker
 * @param handlerTimeout longest transaction of one handled event
 * @param inboxRetention how long receipts are kept; longer than any topic keeps its records
 * @param relay whether this instance sends what lies in the outbox
 * @param consumers whether this instance consumes
 */
@Validated
@ConfigurationProperties("rapidcall.messaging")
public record MessagingProperties(
    @NotBlank String source,
    @NotNull String topicPrefix,
    @Min(1) int partitions,
    @Min(1) @Max(16) short replication,
    @Min(1) int concurrency,
    @NotNull Duration brokerWait,
    @NotNull Duration handlerTimeout,
    @NotNull Duration inboxRetention,
    boolean relay,
    boolean consumers) {}
