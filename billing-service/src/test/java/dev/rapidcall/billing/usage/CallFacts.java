package dev.rapidcall.billing.usage;

import dev.rapidcall.billing.usage.UsageFact.Content;
import dev.rapidcall.billing.usage.UsageFact.Ended;
import dev.rapidcall.billing.usage.UsageFact.Model;
import dev.rapidcall.billing.usage.UsageFact.Opened;
import dev.rapidcall.billing.usage.UsageFact.Reported;
import dev.rapidcall.billing.usage.UsageFact.TokenUsage;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.EventId;
import dev.rapidcall.events.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The facts of one call, said one second after the other in the order they are asked for. */
public final class CallFacts {
  private static final Instant BEGIN = Instant.parse("2026-11-17T10:00:00Z");

  private final CallId callId = new CallId("call_1");
  private final WorkspaceId workspaceId = new WorkspaceId("workspace1");
  private final CallChannel channel;
  private int said;

  private CallFacts(CallChannel channel) {
    this.channel = channel;
  }

  public static CallFacts web() {
    return new CallFacts(CallChannel.WEB);
  }

  public static CallFacts on(CallChannel channel) {
    return new CallFacts(channel);
  }

  public UsageFact opened() {
    return fact(workspaceId, new Opened(channel, BEGIN));
  }

  public UsageFact ended(Duration talkTime) {
    return corrected(0, talkTime);
  }

  public UsageFact corrected(int revision, Duration talkTime) {
    return fact(workspaceId, new Ended(channel, BEGIN, BEGIN.plus(talkTime), talkTime, revision));
  }

  public UsageFact neverAnswered() {
    return fact(workspaceId, new Ended(channel, null, BEGIN.plusSeconds(30), Duration.ZERO, 0));
  }

  public UsageFact tokens(@Nullable Long prompt, @Nullable Long completion) {
    return fact(null, new Reported(new TokenUsage(prompt, completion, null), null));
  }

  public UsageFact tokensOf(String model, long prompt, long completion) {
    return fact(null, new Reported(new TokenUsage(prompt, completion, model), null));
  }

  public UsageFact model(String llm) {
    return fact(null, new Reported(null, new Model(llm)));
  }

  public UsageFact latencyOnly() {
    return fact(null, new Reported(null, null));
  }

  private UsageFact fact(@Nullable WorkspaceId workspace, Content content) {
    said++;
    return new UsageFact(
        new EventId("event-" + said), callId, workspace, "test", BEGIN.plusSeconds(said), content);
  }
}
