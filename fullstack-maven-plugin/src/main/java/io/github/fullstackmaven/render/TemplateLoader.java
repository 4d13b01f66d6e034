package io.github.fullstackmaven.render;

import java.io.Reader;
import java.io.StringReader;
import org.apache.velocity.exception.ResourceNotFoundException;
import org.apache.velocity.runtime.resource.Resource;
import org.apache.velocity.runtime.resource.loader.ResourceLoader;
import org.apache.velocity.util.ExtProperties;

/** Gives Velocity the templates of a {@link TemplateSet}, and nothing else of this machine. */
final class TemplateLoader extends ResourceLoader {
    private final TemplateSet templates;

    TemplateLoader(TemplateSet templates) {
        this.templates = templates;
    }

    @Override
    public void init(ExtProperties configuration) {
        // Nothing is configured from outside.
    }

    @Override
    public Reader getResourceReader(String name, String encoding) {
        return templates
                .find(name)
                .map(StringReader::new)
                .orElseThrow(() -> new ResourceNotFoundException("no template " + name));
    }

    @Override
    public boolean isSourceModified(Resource resource) {
        return false;
    }

    @Override
    public long getLastModified(Resource resource) {
        return 0;
    }
}
