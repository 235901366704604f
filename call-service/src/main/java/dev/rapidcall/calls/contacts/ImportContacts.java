package dev.rapidcall.calls.contacts;

import dev.rapidcall.events.WorkspaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes contacts out of a file; those that are known stay as they are. */
@Component
class ImportContacts {
  private static final String SOURCE = "import";

  private final Contacts contacts;

  ImportContacts(Contacts contacts) {
    this.contacts = contacts;
  }

  record Imported(List<Contact> contacts, int imported, int total) {}

  @Transactional
  public Imported from(@Nullable String csv, WorkspaceId workspace) {
    Map<String, ContactInput> read = ContactFile.read(csv);
    List<Contact> added = new ArrayList<>();
    read.forEach(
        (phone, input) -> contacts.add(workspace, phone, input, SOURCE).ifPresent(added::add));
    return new Imported(added, added.size(), read.size());
  }
}
