package dev.rapidcall.calls.importing;

import dev.rapidcall.events.WorkspaceId;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Where the items of a file go. */
interface Destination<E extends Entry> {

  /** The file's name. */
  String file();

  /**
   * Reads an item.
   *
   * @throws RefusedException if it cannot be kept
   */
  E read(JsonNode item);

  /** Keeps entries in the transaction of the caller; tells of each, in order, what became of it. */
  List<Fate> keep(WorkspaceId workspace, List<E> entries);
}
