package dev.rapidcall.gateway.edge.limits;

import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.errors.ApiException.TooManyRequests;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts what a workspace asks of this instance. It protects us and the customer's purse, so a
 * count per instance, forgotten at a restart, is good enough, and costs no query.
 */
final class WorkspaceLimits {
  private final Counts all;
  private final Counts expensive;

  WorkspaceLimits(LimitSettings settings, Clock clock) {
    TimeMeter time = new ClockMeter(clock);
    this.all = new Counts(settings.requestsPerMinute(), time);
    this.expensive = new Counts(settings.expensiveRequestsPerMinute(), time);
  }

  /**
   * Counts one request.
   *
   * @throws TooManyRequests if there were too many
   */
  void ask(WorkspaceId workspace, boolean isExpensive) {
    if (isExpensive) {
      expensive.ask(workspace);
    }
    all.ask(workspace);
  }

  /** The workspaces that asked last; who is forgotten begins with a full bucket. */
  private static final class Counts {
    private static final int REMEMBERED = 10_000;

    private final int perMinute;
    private final TimeMeter time;
    private final Map<WorkspaceId, Bucket> buckets =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<WorkspaceId, Bucket> eldest) {
            return size() > REMEMBERED;
          }
        };

    Counts(int perMinute, TimeMeter time) {
      this.perMinute = perMinute;
      this.time = time;
    }

    void ask(WorkspaceId workspace) {
      Verdict.on(bucket(workspace).tryConsumeAndReturnRemaining(1));
    }

    private synchronized Bucket bucket(WorkspaceId workspace) {
      return buckets.computeIfAbsent(workspace, unseen -> full());
    }

    private Bucket full() {
      return Bucket.builder()
          .addLimit(
              limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
          .withCustomTimePrecision(time)
          .build();
    }
  }
}
