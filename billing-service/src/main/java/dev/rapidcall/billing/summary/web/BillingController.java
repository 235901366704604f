package dev.rapidcall.billing.summary.web;

import dev.rapidcall.billing.summary.BillingStatus;
import dev.rapidcall.billing.summary.CallBillView;
import dev.rapidcall.billing.summary.ListRecentUsage;
import dev.rapidcall.billing.summary.PlanSummary;
import dev.rapidcall.billing.summary.ReadBillingStatus;
import dev.rapidcall.billing.summary.ReadCallBill;
import dev.rapidcall.billing.summary.RecentCall;
import dev.rapidcall.billing.summary.SummarizeUsage;
import dev.rapidcall.billing.summary.UsageSummary;
import dev.rapidcall.events.CallId;
import dev.rapidcall.service.errors.ApiException.NotFound;
import dev.rapidcall.service.identity.Caller;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/billing")
class BillingController {
  private final SummarizeUsage summary;
  private final ReadBillingStatus status;
  private final ListRecentUsage recent;
  private final ReadCallBill bill;

  BillingController(
      SummarizeUsage summary, ReadBillingStatus status, ListRecentUsage recent, ReadCallBill bill) {
    this.summary = summary;
    this.status = status;
    this.recent = recent;
    this.bill = bill;
  }

  record CallsAnswer(List<RecentCall> calls) {}

  /** What the workspace has used in this month (UTC). */
  @GetMapping("/usage-summary")
  UsageSummary usageSummary(Caller caller) {
    return summary.of(caller.workspace());
  }

  /** Plan, trial credit and what is left of it. */
  @GetMapping("/status")
  BillingStatus status(Caller caller) {
    return status.of(caller.workspace());
  }

  /** The plan and this month's charges. */
  @GetMapping("/summary")
  PlanSummary plan(Caller caller) {
    return summary.planOf(caller.workspace());
  }

  /** The latest calls with what they cost. */
  @GetMapping("/recent-usage")
  CallsAnswer recentUsage(Caller caller) {
    return new CallsAnswer(recent.of(caller.workspace()));
  }

  /** What one call costs, line by line. */
  @GetMapping("/calls/{callId}")
  CallBillView call(@PathVariable CallId callId, Caller caller) {
    return bill.of(callId, caller.workspace())
        .orElseThrow(() -> new NotFound("No bill for this call"));
  }
}
