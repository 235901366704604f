package dev.rapidcall.calls.webhooks.delivery;

import dev.rapidcall.calls.agents.Agent;
import dev.rapidcall.calls.agents.Agents;
import dev.rapidcall.calls.naming.RandomNames;
import dev.rapidcall.calls.webhooks.events.TestBody;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.errors.ApiException.BadRequest;
import dev.rapidcall.service.errors.ApiException.NotFound;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Sends a test to an agent's webhook now, signed as everything else, and keeps nothing of it. */
@Component
class SendTest {
  private static final String PREFIX = "test_";
  private static final int ID_LENGTH = 20;

  private final Agents agents;
  private final TestBody body;
  private final SignRequest signRequest;
  private final Receivers receivers;
  private final RandomNames names;
  private final Clock clock;

  SendTest(
      Agents agents,
      TestBody body,
      SignRequest signRequest,
      Receivers receivers,
      RandomNames names,
      Clock clock) {
    this.agents = agents;
    this.body = body;
    this.signRequest = signRequest;
    this.receivers = receivers;
    this.names = names;
    this.clock = clock;
  }

  SendResult send(WorkspaceId workspace, String agentId) {
    Agent agent =
        agents.find(workspace, agentId).orElseThrow(() -> new NotFound("Agent not found"));
    String url = agent.webhookUrl();
    if (url == null || url.isBlank()) {
      throw new BadRequest("The agent has no webhook. Give it a webhookUrl first.");
    }
    return receivers.send(
        signRequest.sign(
            workspace, url, PREFIX + names.next(ID_LENGTH), clock.instant(), body.of(agent)));
  }
}
