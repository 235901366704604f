package dev.rapidcall.local.sandbox.livekit.egress;

import dev.rapidcall.local.sandbox.livekit.rooms.Presence;
import dev.rapidcall.local.sandbox.livekit.time.EgressTimings;
import dev.rapidcall.local.sandbox.livekit.time.World;
import dev.rapidcall.local.sandbox.livekit.webhooks.Webhooks;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitWebhook.WebhookEvent;

/** What every egress needs around it. */
record EgressContext(
    World world, EgressTimings timings, Presence presence, Webhooks webhooks, Uploader uploader) {

  long nanos() {
    return world.nanos();
  }

  void emit(String event, EgressInfo info) {
    webhooks.emit(
        info.getEgressId(), WebhookEvent.newBuilder().setEvent(event).setEgressInfo(info));
  }
}
