package dev.rapidcall.calls.knowledge;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of what an uploaded PDF may cost.
 *
 * @param pdfDeadline how long one may be read
 * @param pdfsAtOnce how many are read at the same time
 */
@Validated
@ConfigurationProperties("rapidcall.knowledge")
record KnowledgeSettings(
    @DefaultValue("20s") Duration pdfDeadline, @DefaultValue("2") @Min(1) int pdfsAtOnce) {}
