package io.github.fullstackmaven.render;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import java.io.StringWriter;
import java.util.Map;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.app.event.MethodExceptionEventHandler;
import org.apache.velocity.app.event.ReferenceInsertionEventHandler;
import org.apache.velocity.context.Context;
import org.apache.velocity.exception.MethodInvocationException;
import org.apache.velocity.exception.ParseErrorException;
import org.apache.velocity.exception.ResourceNotFoundException;
import org.apache.velocity.exception.VelocityException;
import org.apache.velocity.runtime.RuntimeConstants;
import org.apache.velocity.util.introspection.Info;
import org.apache.velocity.util.introspection.SecureUberspector;
import org.slf4j.helpers.NOPLogger;

/** Fills templates: strict about names, and about what may be inserted. */
public final class TemplateEngine {
    private final TemplateSet templates;
    private final VelocityEngine velocity;

    public TemplateEngine(TemplateSet templates) {
        this.templates = templates;
        this.velocity = new VelocityEngine();
        velocity.setProperty(RuntimeConstants.RUNTIME_LOG_INSTANCE, NOPLogger.NOP_LOGGER);
        velocity.setProperty(RuntimeConstants.RUNTIME_REFERENCES_STRICT, true);
        velocity.setProperty(RuntimeConstants.SPACE_GOBBLING, "lines");
        velocity.setProperty(
                RuntimeConstants.UBERSPECT_CLASSNAME, SecureUberspector.class.getName());
        velocity.setProperty(RuntimeConstants.RESOURCE_LOADERS, "templates");
        velocity.setProperty("resource.loader.templates.instance", new TemplateLoader(templates));
        velocity.init();
    }

    /** Returns the templates that this engine fills. */
    public TemplateSet templates() {
        return templates;
    }

    /**
     * Returns a template's text with the values filled in.
     *
     * @param name the template's file name
     * @param values names that the template may use
     */
    public String fill(String name, Map<String, ?> values) {
        VelocityContext context = new VelocityContext();
        values.forEach(context::put);
        EventCartridge guards = new EventCartridge();
        guards.addReferenceInsertionEventHandler(new OnlyEscaped());
        guards.addMethodExceptionHandler(new Rethrow());
        guards.attachToContext(context);
        StringWriter text = new StringWriter();
        try {
            velocity.getTemplate(name).merge(context, text);
        } catch (ResourceNotFoundException e) {
            throw new IllegalArgumentException("no template " + name, e);
        } catch (ParseErrorException e) {
            throw broken(
                    "FS-TEMPLATE-001",
                    templates.place(name) + ":" + e.getLineNumber() + ":" + e.getColumnNumber(),
                    "the template does not parse: " + firstLine(e));
        } catch (MethodInvocationException e) {
            if (e.getCause() instanceof FullstackException refused) {
                throw refused;
            }
            throw broken(
                    "FS-TEMPLATE-002",
                    templates.place(name) + ":" + e.getLineNumber() + ":" + e.getColumnNumber(),
                    "the template cannot be filled: " + firstLine(e));
        } catch (VelocityException e) {
            throw broken(
                    "FS-TEMPLATE-002",
                    templates.place(name),
                    "the template cannot be filled: " + firstLine(e));
        } catch (NotEscapedException e) {
            throw broken("FS-TEMPLATE-003", templates.place(name), e.getMessage());
        }
        return text.toString();
    }

    private static FullstackException broken(String id, String place, String message) {
        return FullstackException.project(
                Finding.error(
                                id,
                                message,
                                "correct the template, or remove it to use the built-in one")
                        .at(place));
    }

    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage()).strip();
        return message.lines().findFirst().orElse("").strip();
    }

    /** Refuses what was not escaped for the place where it would land. */
    private static final class OnlyEscaped implements ReferenceInsertionEventHandler {
        @Override
        public Object referenceInsert(Context context, String reference, Object value) {
            if (value instanceof Escaped || value instanceof Integer) {
                return value;
            }
            throw new NotEscapedException(reference);
        }
    }

    /** Where any handler is attached, Velocity drops what a method throws unless one throws it. */
    private static final class Rethrow implements MethodExceptionEventHandler {
        @Override
        public Object methodException(
                Context context, Class<?> type, String method, Exception thrown, Info place) {
            if (thrown instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new IllegalStateException(thrown);
        }
    }

    private static final class NotEscapedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotEscapedException(String reference) {
            super(
                    reference
                            + " is inserted as it is; only values that went through an escaping"
                            + " tool ($yaml, $nginx …) can be");
        }
    }
}
