import leaflet from 'leaflet';

type Pin = { latitude: number; longitude: number; label: string; name: string };

const escaped = (text: string): string => Object.assign(document.createElement('div'), { textContent: text }).innerHTML;

/** Puts a street map in place of the drawn one. A script of its own, which only this needs. */
export function drawTiles(element: HTMLElement): void {
  const { url = '', attribution = '', title = '', pins = '[]' } = element.dataset;
  const points = JSON.parse(pins) as Pin[];
  const frame = document.createElement('div');
  frame.className = 'bothy-map__streets';
  frame.setAttribute('role', 'region');
  frame.setAttribute('aria-label', title);
  element.replaceChildren(frame);
  const map = leaflet.map(frame, { zoomSnap: 0.5 });
  map.attributionControl.setPrefix(false);
  leaflet.tileLayer(url, { attribution: escaped(attribution), maxZoom: 18 }).addTo(map);
  for (const { latitude, longitude, label, name } of points) {
    const icon = leaflet.divIcon({ className: 'bothy-map__marker', html: escaped(label), iconSize: [28, 28] });
    leaflet
      .marker([latitude, longitude], { icon, title: name, alt: `${label} ${name}` })
      .addTo(map)
      .bindPopup(escaped(name));
  }
  map.fitBounds(leaflet.latLngBounds(points.map(({ latitude, longitude }) => [latitude, longitude])), { padding: [40, 40], maxZoom: 15 });
}
