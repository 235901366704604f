package dev.rapidcall.calls.contacts;

import dev.rapidcall.calls.lifecycle.Call;
import dev.rapidcall.calls.lifecycle.WhenEnded;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallEvent.CallResult;
import org.springframework.stereotype.Component;

/**
 * Makes a contact of the phone that a call was with, and counts its calls. They are counted afresh
 * by their rows and not up, so a call counts once however often its end is told or corrected.
 */
@Component
class NoteContact implements WhenEnded {
  private final ContactCalls calls;
  private final Contacts contacts;

  NoteContact(ContactCalls calls, Contacts contacts) {
    this.calls = calls;
    this.contacts = contacts;
  }

  @Override
  public void ended(Call call, CallResult result) {
    if (call.channel() == CallChannel.WEB) {
      return;
    }
    calls
        .number(call.id())
        .ifPresent(
            phone -> {
              contacts.hold(call.workspaceId(), phone, CalledNumber.source(call.channel()));
              calls
                  .with(call.workspaceId(), phone)
                  .ifPresent(called -> contacts.count(call.workspaceId(), called));
            });
  }
}
