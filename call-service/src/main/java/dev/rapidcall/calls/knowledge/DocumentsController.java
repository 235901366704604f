package dev.rapidcall.calls.knowledge;

import dev.rapidcall.calls.input.ReadBy;
import dev.rapidcall.calls.knowledge.KnowledgeRules.Text;
import dev.rapidcall.service.errors.ApiException.NotFound;
import dev.rapidcall.service.idempotency.OncePerKey;
import dev.rapidcall.service.identity.Caller;
import dev.rapidcall.service.web.Ok;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;
import tools.jackson.databind.JsonNode;

/** The documents of the caller's workspace over HTTP. */
@RestController
@RequestMapping("/api/kb")
class DocumentsController {
  private final Documents documents;
  private final Folders folders;
  private final AddPdf addPdf;

  DocumentsController(Documents documents, Folders folders, AddPdf addPdf) {
    this.documents = documents;
    this.folders = folders;
    this.addPdf = addPdf;
  }

  record DocAnswer(Document doc) {}

  record DocsAnswer(List<Document> docs) {}

  /**
   * The documents of a folder, the newest first. Texts are cut; full=true gives whole ones, as many
   * as an answer can hold.
   */
  @GetMapping("/folders/{folder}/docs")
  DocsAnswer list(
      Caller caller,
      @PathVariable String folder,
      @RequestParam(defaultValue = "false") boolean full) {
    return new DocsAnswer(
        full
            ? documents.whole(caller.workspace(), folder)
            : documents.in(caller.workspace(), folder));
  }

  /** Adds a text to a folder. */
  @OncePerKey
  @PostMapping("/folders/{folder}/text")
  @ResponseStatus(HttpStatus.CREATED)
  DocAnswer addText(
      Caller caller,
      @PathVariable String folder,
      @ReadBy(KnowledgeRules.NewText.class) @RequestBody(required = false)
          @Nullable JsonNode body) {
    Text text = KnowledgeRules.text(body);
    return new DocAnswer(
        documents.add(caller.workspace(), folder, text.title(), text.content(), null));
  }

  /** Adds a PDF to a folder; its text is read before the answer. */
  @PostMapping("/folders/{folder}/pdf")
  @Operation(
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content =
                  @Content(
                      mediaType = "multipart/form-data",
                      schemaProperties = {
                        @SchemaProperty(
                            name = "file",
                            schema = @Schema(type = "string", format = "binary")),
                        @SchemaProperty(name = "title", schema = @Schema(type = "string"))
                      })))
  @ResponseStatus(HttpStatus.CREATED)
  DocAnswer addPdf(Caller caller, @PathVariable String folder, HttpServletRequest request) {
    if (!folders.contains(caller.workspace(), folder)) {
      throw new NotFound("Folder not found");
    }
    // Only now are the parts read.
    MultipartHttpServletRequest parts =
        WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
    MultipartFile file = parts == null ? null : parts.getFile("file");
    String title = parts == null ? null : parts.getParameter("title");
    return new DocAnswer(addPdf.add(caller.workspace(), folder, file, title));
  }

  /** One document with its whole text. */
  @GetMapping("/docs/{id}")
  DocAnswer get(Caller caller, @PathVariable String id) {
    return new DocAnswer(documents.get(caller.workspace(), id));
  }

  /** Deletes a document. */
  @DeleteMapping("/docs/{id}")
  Ok remove(Caller caller, @PathVariable String id) {
    documents.remove(caller.workspace(), id);
    return Ok.DONE;
  }
}
