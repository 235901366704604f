package dev.rapidcall.recordings.ledger;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Patience and pace.
 *
 * @param pollEvery how long work may lie unseen when nobody wakes the workers
 * @param lease how long a worker may hold a recording; above every provider's time-out
 * @param workers how many calls to a provider may be under way, for each kind of step
 * @param reconcileEvery how often a running egress is compared with the provider's list
 * @param startingAtMost an egress that has not begun by then, while the call goes on, is given up
 * @param afterCallAtMost whatever has not come to an end this long after the call is given up
 * @param endingAtMost an egress that still writes its file after this long is given up
 * @param verifyFor how long the object of a complete egress may take to appear
 * @param lookAgainEvery when the object of a lost recording is looked for again; doubled each time
 */
@Validated
@ConfigurationProperties("rapidcall.recordings")
public record RecordingSettings(
    @DefaultValue("500ms") Duration pollEvery,
    @DefaultValue("60s") Duration lease,
    @DefaultValue("8") @Min(1) int workers,
    @DefaultValue("5s") Duration reconcileEvery,
    @DefaultValue("15m") Duration startingAtMost,
    @DefaultValue("3m") Duration afterCallAtMost,
    @DefaultValue("3m") Duration endingAtMost,
    @DefaultValue("30s") Duration verifyFor,
    @DefaultValue("10m") Duration lookAgainEvery) {}
