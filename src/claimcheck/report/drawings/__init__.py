"""Number lines and timelines: what is drawn, in coordinates that the templates set out as SVG."""
