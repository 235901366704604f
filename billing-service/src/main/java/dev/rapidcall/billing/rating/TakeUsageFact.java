package dev.rapidcall.billing.rating;

import dev.rapidcall.billing.credit.GrantTrialCredit;
import dev.rapidcall.billing.usage.UsageFact;
import dev.rapidcall.billing.usage.UsageFacts;
import dev.rapidcall.events.WorkspaceId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a fact and lets the bill of its call follow. */
@Component
public class TakeUsageFact {
  private final UsageFacts facts;
  private final GrantTrialCredit grant;
  private final RateCall rateCall;

  TakeUsageFact(UsageFacts facts, GrantTrialCredit grant, RateCall rateCall) {
    this.facts = facts;
    this.grant = grant;
    this.rateCall = rateCall;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void take(UsageFact fact) {
    if (!facts.append(fact)) {
      return;
    }
    WorkspaceId workspaceId = fact.workspaceId();
    if (workspaceId != null) {
      grant.to(workspaceId);
    }
    rateCall.rate(fact.callId());
  }
}
