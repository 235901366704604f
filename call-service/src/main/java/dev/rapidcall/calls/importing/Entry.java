package dev.rapidcall.calls.importing;

import java.util.regex.Pattern;

/** Something of a file that can be kept. */
interface Entry {
  Pattern ID = Pattern.compile("[0-9A-Za-z_.:-]+");

  /** The id that it had and keeps. */
  String id();

  /** The id of an item. */
  static String id(Item item, int longest) {
    String id = item.text("id", "");
    if (id.isEmpty()) {
      throw new RefusedException("id is missing");
    }
    if (id.length() > longest || !ID.matcher(id).matches()) {
      throw new RefusedException("id is none that is taken");
    }
    return id;
  }
}
