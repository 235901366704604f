package dev.rapidcall.events;

/** Something that happened. Every event of RapidCall belongs to a topic, named by its interface. */
public sealed interface Event
    permits CallLifecycleEvent, CallMetricsEvent, CallEvent, RecordingEvent, BillingEvent {

  /** What the event is about; events with the same key keep their order. */
  CallId callId();
}
