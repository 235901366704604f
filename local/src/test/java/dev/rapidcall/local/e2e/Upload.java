package dev.rapidcall.local.e2e;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A file in a form, as browsers send it: the file first, then its title. */
record Upload(String contentType, String body) {
  private static final String BOUNDARY = "----a-boundary-for-tests";

  static Upload of(String fileType) {
    String name = fileType.endsWith("pdf") ? "hours.pdf" : "call.webm";
    String content = fileType.endsWith("pdf") ? pdf("We open at nine") : "webm";
    String body =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                .formatted(BOUNDARY, name)
            + "Content-Type: %s\r\n\r\n%s\r\n".formatted(fileType, content)
            + "--%s\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\n%s\r\n--%s--\r\n"
                .formatted(BOUNDARY, name, BOUNDARY);
    return new Upload("multipart/form-data; boundary=" + BOUNDARY, body);
  }

  /** One page with one line, far below a kilobyte. */
  private static String pdf(String line) {
    String drawing = "BT /F1 24 Tf 72 720 Td (" + line + ") Tj ET";
    List<String> objects =
        List.of(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
                + "/Resources<</Font<</F1 5 0 R>>>>>>",
            "<</Length " + drawing.length() + ">>stream\n" + drawing + "\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
    StringBuilder file = new StringBuilder("%PDF-1.4\n");
    List<Integer> offsets = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      offsets.add(file.toString().getBytes(StandardCharsets.US_ASCII).length);
      file.append(i + 1).append(" 0 obj").append(objects.get(i)).append("endobj\n");
    }
    int table = file.length();
    file.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
    offsets.forEach(offset -> file.append("%010d 00000 n \n".formatted(offset)));
    return file.append("trailer<</Size ")
        .append(objects.size() + 1)
        .append("/Root 1 0 R>>\nstartxref\n")
        .append(table)
        .append("\n%%EOF\n")
        .toString();
  }
}
