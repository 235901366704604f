package dev.rapidcall.calls.contacts;

import dev.rapidcall.events.WorkspaceId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes contacts of past calls and counts afresh, however often it is done. */
@Component
class BackfillContacts {
  private final ContactCalls calls;
  private final Contacts contacts;

  BackfillContacts(ContactCalls calls, Contacts contacts) {
    this.calls = calls;
    this.contacts = contacts;
  }

  record Backfilled(int created, int updated, int total) {}

  @Transactional
  public Backfilled of(WorkspaceId workspace) {
    List<CalledNumber> numbers = calls.numbers(workspace);
    int created = (int) numbers.stream().filter(each -> contacts.count(workspace, each)).count();
    return new Backfilled(created, numbers.size() - created, numbers.size());
  }
}
