# The program in an image of its own, run by nobody in particular. Versions come from the lock, each with its hash.
FROM python:3.12-slim

# What printed pages are drawn with, and fonts for the scripts in the record.
RUN apt-get update -qq \
    && apt-get install -y -qq --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
        fonts-noto-core fonts-droid-fallback \
    && rm -rf /var/lib/apt/lists/*

WORKDIR /app
COPY requirements.txt pyproject.toml README.md LICENSE ./
RUN pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.txt

COPY app.py whoelse.py ./
COPY .streamlit/config.toml .streamlit/
COPY graph graph
COPY layout layout
COPY handouts handouts
COPY loaders loaders
COPY phones phones
COPY commands commands
COPY views views
COPY seed seed
RUN pip install --no-cache-dir --disable-pip-version-check --no-deps --no-build-isolation -e . \
    && python -m layout.bundle \
    && useradd --system --uid 10001 --no-create-home whoelse \
    && install -d -o 10001 -g 10001 /data

ENV HOME=/tmp PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
USER 10001:10001
EXPOSE 8501
CMD ["whoelse", "serve", "--address", "0.0.0.0"]
